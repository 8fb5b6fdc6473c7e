/** Processes, Tasks, Timers and Models: small interfaces in our words over the process engine. Uses nothing of ours. */
@ApplicationModule(allowedDependencies = {})
package io.stile.engine;

import org.springframework.modulith.ApplicationModule;
