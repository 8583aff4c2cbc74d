-- The list of children is always read as a whole, and an index costs more than the rows.
drop index if exists child_by_id;
