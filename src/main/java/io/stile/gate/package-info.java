/**
 * The gate: says what is wrong with a model, a decision table or a form, and lets through only what the engine may run. Whatever comes
 * is data here; nothing of it is run, resolved or fetched.
 */
@ApplicationModule(allowedDependencies = {"sla", "engine", "form", "web"})
package io.stile.gate;

import org.springframework.modulith.ApplicationModule;
