/** What somebody can do now: queues, claim, complete. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "organisation", "customer", "catalogue", "request", "web"})
package io.stile.work;

import org.springframework.modulith.ApplicationModule;
