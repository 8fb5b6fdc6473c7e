/** Departments, employees, calendars, duty and presence. */
@ApplicationModule(allowedDependencies = {"sla", "audit", "web"})
package io.stile.organisation;

import org.springframework.modulith.ApplicationModule;
