-- What a person may list is not theirs to write: rows of membership are changed within their organisation alone,
-- so that no right granted on the table later lets anybody make themselves a member or an owner.
drop policy own_list on membership;
create policy own_list on membership for select to kontor_app using (account_id = (select kontor_account()));

-- Requests put jobs into the queue; who works them is the owner. Payloads name organisations.
revoke select on job from kontor_app;
