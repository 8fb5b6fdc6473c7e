package io.stile.engine.camunda;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;

/**
 * Takes the engine's ability to run scripts away: the factory refuses them when a model is parsed, the resolver refuses
 * the languages that a decision table may name. Both are needed. Uses the engine's internals: there is no setting.
 */
final class NoScripts extends ScriptFactory {

  @Override
  public ExecutableScript createScriptFromResource(String language, String resource) {
    throw refused(language);
  }

  @Override
  public ExecutableScript createScriptFromResource(String language, Expression resource) {
    throw refused(language);
  }

  @Override
  public ExecutableScript createScriptFromSource(String language, String source) {
    throw refused(language);
  }

  @Override
  public ExecutableScript createScriptFromSource(String language, Expression source) {
    throw refused(language);
  }

  private static ProcessEngineException refused(String language) {
    return new ProcessEngineException("Scripts are not run here (language '" + language + "')");
  }

  /** Knows no script language. */
  static final class Engines extends DefaultScriptEngineResolver {

    Engines() {
      super(new ScriptEngineManager(new ClassLoader(null) {}));
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
      throw refused(language);
    }
  }
}
