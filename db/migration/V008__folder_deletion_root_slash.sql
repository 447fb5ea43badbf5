-- "/" is a folder too: of keys that begin with a slash. Only the empty prefix would be the whole bucket.
alter table folder_deletion
    drop constraint folder_deletion_prefix_check,
    add constraint folder_deletion_prefix_check check (prefix like '%/');
