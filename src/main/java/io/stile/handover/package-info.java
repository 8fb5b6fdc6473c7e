/** Ownership of requests is handed over, never dropped: offers, and what becomes of the work of somebody who leaves. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "audit", "organisation", "customer", "catalogue", "request", "work", "promise", "web"})
package io.stile.handover;

import org.springframework.modulith.ApplicationModule;
