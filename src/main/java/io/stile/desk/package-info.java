/** The pages and resources that put several modules together; nobody uses it. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "organisation", "customer", "catalogue", "request", "work", "promise", "escalation", "notification", "web"})
package io.stile.desk;

import org.springframework.modulith.ApplicationModule;
