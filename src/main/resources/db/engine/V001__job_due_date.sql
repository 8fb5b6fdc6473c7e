-- Jobs are acquired in order of due date (see EngineSettings); without this index that is slower than in no order.
CREATE INDEX stile_job_due_date ON public.act_ru_job (duedate_);
