/** Questions to other departments and colleagues about a request; whoever asks keeps request and task. */
@ApplicationModule(allowedDependencies = {"sla", "engine", "organisation", "catalogue", "request", "work", "web"})
package io.stile.consult;

import org.springframework.modulith.ApplicationModule;
