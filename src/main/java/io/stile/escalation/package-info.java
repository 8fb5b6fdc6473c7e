/** What happens when a clock runs out. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "organisation", "catalogue", "request", "work", "promise", "web"})
package io.stile.escalation;

import org.springframework.modulith.ApplicationModule;
