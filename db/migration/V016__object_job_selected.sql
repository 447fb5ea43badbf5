-- How many files and folders a job is about: counted once, and not for each look at a list of jobs.
alter table object_job add column selected int not null default 0;
update object_job j set selected = (select count(*) from object_job_source s where s.job_id = j.id);
alter table object_job alter column selected drop default;

-- An account has only so many under way.
create index object_job_under_way on object_job (account_id) where ended_at is null;
