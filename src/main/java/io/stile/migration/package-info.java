/** Moves running requests from one version of their model to another: planned, tried dry, and worked off one by one. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "form", "audit", "draft", "organisation", "catalogue", "request", "work", "studio", "web"})
package io.stile.migration;

import org.springframework.modulith.ApplicationModule;
