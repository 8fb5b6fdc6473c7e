/** Running Stile: what is checked before it starts in production, its first administrator, and figures for those who watch it. */
@ApplicationModule(allowedDependencies = {"engine", "organisation", "request", "work", "notification", "web"})
package io.stile.operation;

import org.springframework.modulith.ApplicationModule;
