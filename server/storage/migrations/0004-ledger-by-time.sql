-- The trend of a prepaid account reads the transfers of the last days, not all there ever were.
create index ledger_transfer_by_time on ledger_transfer (organisation_id, at);
