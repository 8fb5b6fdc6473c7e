/** Notices to employees; listens to events only. */
@ApplicationModule(allowedDependencies = {"organisation", "request", "work", "promise", "escalation", "web"})
package io.stile.notification;

import org.springframework.modulith.ApplicationModule;
