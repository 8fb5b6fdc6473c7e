/** What somebody can do now: queues, claim, complete, return. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "form", "audit", "organisation", "customer", "catalogue", "request", "web"})
package io.stile.work;

import org.springframework.modulith.ApplicationModule;
