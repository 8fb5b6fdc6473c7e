/** Request types: their models, forms and decisions. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "form", "gate", "organisation", "web"})
package io.stile.catalogue;

import org.springframework.modulith.ApplicationModule;
