/** Obstacles: what stops colleagues from serving, who owes an answer to it, and how many it stops how often. */
@ApplicationModule(allowedDependencies = {"engine", "organisation", "customer", "catalogue", "request", "work", "web"})
package io.stile.obstacle;

import org.springframework.modulith.ApplicationModule;
