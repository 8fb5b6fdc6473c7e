/** What employees have typed and not sent yet, kept as they type it. Knows nothing of the forms it was typed into. */
@ApplicationModule(allowedDependencies = {"web"})
package io.stile.draft;

import org.springframework.modulith.ApplicationModule;
