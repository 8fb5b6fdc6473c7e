package io.stile.studio;

import io.stile.catalogue.LiveWork;
import io.stile.catalogue.PlannedPublication;
import io.stile.catalogue.PlannedPublications;
import io.stile.catalogue.Publication;
import io.stile.catalogue.Publications;
import io.stile.catalogue.RequestTypes;
import io.stile.catalogue.Retired;
import io.stile.catalogue.Retirements;
import io.stile.catalogue.ShippedOffer;
import io.stile.catalogue.ShippedOffers;
import io.stile.engine.DecisionTable;
import io.stile.engine.Decisions;
import io.stile.engine.Model;
import io.stile.engine.Models;
import io.stile.engine.PublishedVersion;
import io.stile.studio.StudioModel.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Everything that can be changed in the studio: request types, protocols, and decision tables that stand alone. */
@Service
public class StudioModels {

  private final Models models;
  private final Decisions decisions;
  private final RequestTypes types;
  private final Publications publications;
  private final PlannedPublications plans;
  private final Retirements retirements;
  private final ShippedOffers offers;
  private final ModelDrafts drafts;
  private final LiveWork live;

  StudioModels(Models models, Decisions decisions, RequestTypes types, Publications publications, PlannedPublications plans,
      Retirements retirements, ShippedOffers offers, ModelDrafts drafts, LiveWork live) {
    this.models = models;
    this.decisions = decisions;
    this.types = types;
    this.publications = publications;
    this.plans = plans;
    this.retirements = retirements;
    this.offers = offers;
    this.drafts = drafts;
    this.live = live;
  }

  /** All of them, request types first, then by name; also those of which there is nothing but a draft. */
  public List<StudioModel> all() {
    Found found = find();
    TreeSet<String> keys = new TreeSet<>(found.versions.keySet());
    keys.addAll(found.drafts.keySet());
    return keys.stream().map(found::model)
        .sorted(Comparator.comparing(StudioModel::kind).thenComparing(model -> model.name().toLowerCase(Locale.ROOT))).toList();
  }

  /** One of them, empty if there is neither a version nor a draft of that key. */
  public Optional<StudioModel> byKey(String key) {
    return ModelDrafts.isKey(key) ? all().stream().filter(model -> model.key().equals(key)).findFirst() : Optional.empty();
  }

  private Found find() {
    Found found = new Found();
    models.published().forEach(version -> found.versions.merge(version.name(), version, (some, other) -> other.number() > some.number() ? other : some));
    found.processes.putAll(by(types.models(), Model::process));
    found.tables.putAll(by(decisions.all(), DecisionTable::id));
    found.last.putAll(by(publications.newestOfEach(), Publication::model));
    found.drafts.putAll(by(drafts.all(), ModelDraft::model));
    found.offers.putAll(by(offers.all(), ShippedOffer::model));
    found.retired.putAll(by(retirements.all(), Retired::model));
    found.plans.putAll(by(plans.open(), PlannedPublication::model));
    found.live.putAll(live.byModel());
    return found;
  }

  private static <T> Map<String, T> by(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toMap(key, Function.identity(), (some, other) -> other));
  }

  /** What was read of all models at once. */
  private final class Found {

    private final Map<String, PublishedVersion> versions = new HashMap<>();
    private final Map<String, Model> processes = new HashMap<>();
    private final Map<String, DecisionTable> tables = new HashMap<>();
    private final Map<String, Publication> last = new HashMap<>();
    private final Map<String, ModelDraft> drafts = new HashMap<>();
    private final Map<String, ShippedOffer> offers = new HashMap<>();
    private final Map<String, Retired> retired = new HashMap<>();
    private final Map<String, PlannedPublication> plans = new HashMap<>();
    private final Map<String, LiveWork.Live> live = new HashMap<>();

    private StudioModel model(String key) {
      Optional<Model> process = Optional.ofNullable(processes.get(key));
      PublishedVersion newest = versions.get(key);
      Publication published = last.get(key);
      return new StudioModel(key, name(key), kind(key), owner(key, process), newest,
          published != null && newest != null && published.version().equals(newest.version()) ? published : null,
          live.getOrDefault(key, LiveWork.Live.NONE), drafts.get(key), offers.get(key), retired.get(key), plans.get(key));
    }

    private String name(String key) {
      if (processes.containsKey(key)) {
        return processes.get(key).name();
      }
      return tables.containsKey(key) ? tables.get(key).name() : DrawnModels.name(StudioModels.this.drafts.bundle(key)).orElse(key);
    }

    private Kind kind(String key) {
      Model process = processes.get(key);
      if (process == null) {
        return versions.containsKey(key) ? Kind.TABLE : Kind.REQUEST_TYPE;
      }
      return process.property("promise").isPresent() ? Kind.REQUEST_TYPE : Kind.PROTOCOL;
    }

    /** Whoever began what was never published is accountable for it until then. */
    private String owner(String key, Optional<Model> process) {
      return process.isPresent() ? process.get().property("processOwner").orElse(null)
          : versions.containsKey(key) ? null : drafts.get(key).begunBy();
    }
  }
}
