package io.stile.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One way through the tree of a form, from top to bottom, that says everything that is wrong with it. */
final class FormWalk {

  private static final int MOST_COMPONENTS = 500;
  private static final int DEEPEST_GROUP = 8;
  /** What people look for in other programs, and what to do here instead. */
  private static final Map<String, String> INSTEAD = Map.of(
      "html", "Write the words in a component of the type text.",
      "iframe", "Put a link into a component of the type text.",
      "image", "Say it in words, in a component of the type text.",
      "filepicker", "Files cannot be handed in with a form; ask where the file lies.",
      "documentPreview", "Put a link into a component of the type text.",
      "expression", "Let a decision table compute it.",
      "dynamiclist", "Ask for each part in a field of its own.",
      "table", "Show what is known in read-only fields.");

  private final FormVocabulary vocabulary;
  private final ReservedNames reserved;
  private final Set<String> lists;
  private final FindingList findings;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private String form = SafeXml.WHOLE;
  private int components;

  /** @param lists the lists of options that the platform gives to forms */
  FormWalk(FormVocabulary vocabulary, ReservedNames reserved, Set<String> lists, FindingList findings) {
    this.vocabulary = vocabulary;
    this.reserved = reserved;
    this.lists = lists;
    this.findings = findings;
  }

  void check(ObjectNode root) {
    form = root.path("id").isTextual() ? root.path("id").textValue() : SafeXml.WHOLE;
    for (String needed : new String[] {"id", "type", "components"}) {
      if (isAbsent(root, needed)) {
        findings.refuse(form, needed, "form-property", "The form has no %s.".formatted(needed));
      }
    }
    ids.put(form, form);
    int before = findings.size();
    properties(form, "", root, vocabulary.form(), "a form");
    components(form, root, 0);
    if (findings.size() == before) {
      FormAnswerable.refusal(root).ifPresent(why -> findings.refuse(form, "", FormAnswerable.RULE, why));
    }
  }

  private void components(String parent, ObjectNode owner, int depth) {
    JsonNode inside = owner.path("components");
    if (inside.isMissingNode() || inside.isNull()) {
      return;
    }
    if (!inside.isArray() || depth > DEEPEST_GROUP) {
      findings.refuse(parent, "components", "form-nesting", inside.isArray()
          ? "Groups lie more than %d deep in each other. Take a level out.".formatted(DEEPEST_GROUP) : "The components must be a list.");
      return;
    }
    int place = 0;
    for (JsonNode component : inside) {
      place++;
      if (++components > MOST_COMPONENTS) {
        findings.refuse(parent, "components", "form-size", "The form has more than %d components. Split it in two.".formatted(MOST_COMPONENTS));
        return;
      }
      if (component instanceof ObjectNode object) {
        component(nameOf(object, parent, place), object, depth);
      } else {
        findings.refuse(parent, "component " + place, "form-component", "A component must be a structure with a type.");
      }
    }
  }

  private static String nameOf(ObjectNode component, String parent, int place) {
    return text(component, "key").or(() -> text(component, "id")).orElse(parent + ", component " + place);
  }

  private static Optional<String> text(ObjectNode component, String name) {
    return Optional.ofNullable(component.path(name).textValue()).filter(text -> !text.isBlank());
  }

  private void component(String name, ObjectNode component, int depth) {
    String type = component.path("type").asText();
    Optional<Map<String, FormProperty>> known = vocabulary.component(type);
    if (known.isEmpty()) {
      findings.refuse(name, "type", "form-component", "Components of the type %s cannot be used. %s".formatted(Quoted.of(type),
          INSTEAD.getOrDefault(type, "Use one of " + String.join(", ", new TreeSet<>(vocabulary.types())) + ".")));
      return;
    }
    ObjectNode fine = properties(name, "", component, known.get(), "a component of the type " + type);
    FormAnswerable.refusal(fine, component).ifPresent(why -> findings.refuse(name, "", FormAnswerable.RULE, why));
    unique(name, component, "id", ids);
    if (known.get().containsKey("key")) {
      key(name, component);
      usable(name, component);
    }
    if (type.equals("group")) {
      components(name, component, depth + 1);
    }
  }

  private void key(String name, ObjectNode component) {
    if (isAbsent(component, "key")) {
      findings.refuse(name, "key", "form-key", "The field has no key, the name of its answer. Give it one, for example wantedDevice.");
      return;
    }
    unique(name, component, "key", keys);
    String key = component.path("key").asText();
    if (reserved.isDecided(key) && !component.path("readonly").asBoolean() && !component.path("disabled").asBoolean()) {
      findings.refuse(name, "key", "form-key", "%s is decided by the platform: a form may show it (readonly), but not ask for it.".formatted(Quoted.of(key)));
    }
  }

  /** What does no harm, but leaves people before a field that they cannot fill in. */
  private void usable(String name, ObjectNode component) {
    if (text(component, "label").or(() -> text(component, "dateLabel")).or(() -> text(component, "timeLabel")).isEmpty()) {
      findings.advise(name, "label", "form-label", "The field has no label. Write what people should fill in.");
    }
    Optional<String> list = text(component, "valuesKey");
    if (list.isPresent() && !lists.contains(list.get())) {
      findings.advise(name, "valuesKey", "form-options", "The platform gives no list %s. Write the options, or use one of %s.".formatted(
          Quoted.of(list.get()), String.join(", ", new TreeSet<>(lists))));
    }
  }

  private void unique(String name, ObjectNode component, String property, Map<String, String> seen) {
    String value = component.path(property).asText();
    if (!value.isEmpty() && seen.putIfAbsent(value, name) != null) {
      findings.refuse(name, property, "form-unique", "The %s %s is used twice. Give each its own.".formatted(property, Quoted.of(value)));
    }
  }

  /** Says what is wrong with the properties, and answers those that are fine. */
  private ObjectNode properties(String name, String path, ObjectNode owner, Map<String, FormProperty> known, String what) {
    ObjectNode fine = JsonNodeFactory.instance.objectNode();
    for (Iterator<Map.Entry<String, JsonNode>> members = owner.fields(); members.hasNext(); ) {
      Map.Entry<String, JsonNode> member = members.next();
      FormProperty property = known.get(member.getKey());
      String place = path + Quoted.plain(member.getKey());
      if (property == null) {
        unknown(name, place, member.getKey(), known, what);
      } else if (!member.getValue().isNull()) {
        JsonNode part = property(name, place, member.getValue(), property, what);
        if (part != null) {
          fine.set(member.getKey(), part);
        }
      }
    }
    return fine;
  }

  private void unknown(String name, String place, String property, Map<String, FormProperty> known, String what) {
    boolean holdsOthers = place.equals("components") && (what.endsWith(" group") || what.equals("a form"));
    if (!holdsOthers) {
      findings.refuse(name, place, "form-property", "%s is no property that %s may have. Take it out; it may have %s.".formatted(
          Quoted.of(property), what, known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known.keySet()))));
    }
  }

  /** The value as far as it is fine, null if it is not. */
  private JsonNode property(String name, String place, JsonNode value, FormProperty property, String what) {
    if (property.parts() != null) {
      if (value instanceof ObjectNode object) {
        return properties(name, place + ".", object, property.parts(), place + " of " + what);
      }
      findings.refuse(name, place, "form-property", place + " must be a structure.");
      return null;
    }
    Optional<String> flaw = property.flaw().apply(value);
    flaw.ifPresent(found -> findings.refuse(name, place, property.rule(), "%s %s".formatted(place, found)));
    return flaw.isPresent() ? null : value;
  }

  private static boolean isAbsent(ObjectNode owner, String name) {
    return owner.path(name).isMissingNode() || owner.path(name).isNull();
  }
}
