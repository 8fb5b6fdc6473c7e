/** Notices to employees, and mail to them and to customers; listens to events only. */
<<<<<<< HEAD
@ApplicationModule(allowedDependencies = {"sla", "audit", "organisation", "customer", "catalogue", "request", "work", "promise", "consult",
=======
@ApplicationModule(allowedDependencies = {"sla", "audit", "organisation", "customer", "catalogue", "request", "work", "promise", "grant",
>>>>>>> main
    "escalation", "web"})
package io.stile.notification;

import org.springframework.modulith.ApplicationModule;
