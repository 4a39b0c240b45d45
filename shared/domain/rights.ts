/** `owner` is the legal representative. */
export type Role = 'owner' | 'admin' | 'member';

/** What a person is in one organisation. */
export interface Membership {
  readonly role: Role;
  /** Given separately to members; owners and admins have all rights. */
  readonly billingRight: boolean;
}

/** May see and move money: balance, invoices, renewals, top-ups. */
export function mayBill(member: Membership): boolean {
  return member.role !== 'member' || member.billingRight;
}
