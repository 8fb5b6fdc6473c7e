/** Promises to customers, each watched by a process of its own. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "organisation", "customer", "catalogue", "request", "work", "web"})
package io.stile.promise;

import org.springframework.modulith.ApplicationModule;
