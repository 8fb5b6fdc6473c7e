package io.stile.organisation.web;

import io.stile.web.AdminEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages on which administrators set the company up. */
@Configuration(proxyBeanMethods = false)
class AdminEntries {

  @Bean
  AdminEntry calendarsForAdministrators() {
    return new AdminEntry("Calendars", "/admin/calendars", "calendar-event",
        "When departments work: weeks in versions, holidays of a region, days that are special.", 10);
  }

  @Bean
  AdminEntry departmentsForAdministrators() {
    return new AdminEntry("Departments", "/admin/departments", "building", "Their names, leads and calendars; what models expect and is missing.",
        20);
  }

  @Bean
  AdminEntry employeesForAdministrators() {
    return new AdminEntry("Employees", "/admin/employees", "users", "Who works here, in which department, with which roles; passwords and shifts.",
        30);
  }

  @Bean
  AdminEntry absencesForAdministrators() {
    return new AdminEntry("Absences", "/admin/absences", "calendar-due", "Who is away, until when, and who stands in.", 40);
  }

  @Bean
  AdminEntry shiftsForAdministrators() {
    return new AdminEntry("Shifts", "/admin/shifts", "clock", "Who is on duty when, department by department.", 50);
  }

  @Bean
  AdminEntry signInsForAdministrators() {
    return new AdminEntry("Sign-ins", "/admin/sign-ins", "shield-check", "Accounts and addresses that failed to sign in too often; lift a block.",
        140);
  }
}
