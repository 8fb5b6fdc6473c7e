-- Under which number a department or an employee is reached within the house.

alter table department add column phone text check (phone ~ '^[0-9+][0-9 /().-]{0,29}$');
alter table employee add column phone text check (phone ~ '^[0-9+][0-9 /().-]{0,29}$');
comment on column department.phone is 'An extension or a whole number, as colleagues dial it; null if none is known';
comment on column employee.phone is 'An extension or a whole number, as colleagues dial it; null if none is known';
