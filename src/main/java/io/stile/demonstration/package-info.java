/** A company to try Stile with and a clock that can be moved; absent in production. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "organisation", "customer", "catalogue", "request", "work", "web"})
package io.stile.demonstration;

import org.springframework.modulith.ApplicationModule;
