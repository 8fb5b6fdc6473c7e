package io.stile.engine.camunda;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** Takes away the engine's ability to create a class that a model names; its built-in shell task is one of them. */
final class NoClasses implements ArtifactFactory {

  @Override
  public <T> T getArtifact(Class<T> type) {
    throw new ProcessEngineException("Classes are not run from models here (" + type.getName() + ")");
  }
}
