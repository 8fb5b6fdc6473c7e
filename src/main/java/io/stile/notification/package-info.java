/** Notices to employees, and mail to them and to customers; listens to events only. */
@ApplicationModule(allowedDependencies = {"sla", "audit", "organisation", "customer", "catalogue", "request", "work", "promise", "handover", "consult", "conversation", "obstacle", "grant",
    "escalation", "web"})
package io.stile.notification;

import org.springframework.modulith.ApplicationModule;
