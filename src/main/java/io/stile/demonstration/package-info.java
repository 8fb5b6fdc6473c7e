/** A company to try Stile with, a clock that can be moved and a mailbox to read; absent in production. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "organisation", "customer", "catalogue", "request", "work",
    "notification", "web"})
package io.stile.demonstration;

import org.springframework.modulith.ApplicationModule;
