/** The studio: process owners change models, forms and decision tables as drafts, see what differs, and have them published. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "audit", "form", "gate", "organisation", "catalogue", "web"})
package io.stile.studio;

import org.springframework.modulith.ApplicationModule;
