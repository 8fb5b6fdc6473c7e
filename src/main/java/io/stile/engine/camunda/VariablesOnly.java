package io.stile.engine.camunda;

import java.beans.FeatureDescriptor;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Resolves the names in an expression: first those that the platform provides, then the variables of the process, as
 * simple values. A name that nothing has is null, so that a condition never fails on a field that was not filled in.
 * Beans, properties and methods cannot be reached, even by an expression that got past {@link ExpressionRules}.
 */
final class VariablesOnly extends ELResolver {

  private final PlatformNames platformNames;

  VariablesOnly(PlatformNames platformNames) {
    this.platformNames = platformNames;
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    context.setPropertyResolved(true);
    if (base == null) {
      return named(context, String.valueOf(property));
    }
    if (base instanceof BusinessKeyOnly businessKey && "processBusinessKey".equals(property)) {
      return businessKey.scope().getProcessBusinessKey();
    }
    throw new ELException("'." + property + "' may not be used: an expression reads names, not properties");
  }

  private Object named(ELContext context, String name) {
    VariableScope scope = (VariableScope) context.getContext(VariableScope.class);
    if (platformNames.provides(name)) {
      return platformNames.value(name, scope);
    }
    if (name.equals("execution") && scope instanceof DelegateExecution execution) {
      return new BusinessKeyOnly(execution);
    }
    if (ExpressionRules.RESERVED.contains(name)) {
      throw new ELException("'" + name + "' may not be used in an expression");
    }
    if (scope != null && scope.hasVariable(name)) {
      return simple(name, scope.getVariable(name));
    }
    VariableContext variables = (VariableContext) context.getContext(VariableContext.class);
    TypedValue value = variables == null ? null : variables.resolve(name);
    return value == null ? null : simple(name, value.getValue());
  }

  private static Object simple(String name, Object value) {
    if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean
        || value instanceof Date || value instanceof Collection || value instanceof Map) {
      return value;
    }
    throw new ELException("'" + name + "' is no simple value but of type " + value.getClass().getName());
  }

  @Override
  public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    throw new ELException("An expression may not call '" + method + "'");
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return Object.class;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    throw new ELException("An expression may not change '" + property + "'");
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return true;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return Collections.emptyIterator();
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }

  /** All that {@code execution} means in an expression. */
  private record BusinessKeyOnly(DelegateExecution scope) {}
}
