/** Request types: their models, forms and decisions, what was published of them and what is to be. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "audit", "form", "gate", "organisation", "web"})
package io.stile.catalogue;

import org.springframework.modulith.ApplicationModule;
