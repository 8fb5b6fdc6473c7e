package io.stile.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** What is known, asked once for each check: a file that names a thousand departments asks for them once. Of one thread. */
final class KnownOnce implements Known {

  private final Known known;
  private final Supplier<Set<String>> departments;
  private final Supplier<Set<String>> calendars;
  private final Map<String, Boolean> owners = new HashMap<>();
  private final Map<String, Optional<byte[]>> files = new HashMap<>();

  KnownOnce(Known known) {
    this.known = known;
    this.departments = SingletonSupplier.of(known::departments);
    this.calendars = SingletonSupplier.of(known::calendars);
  }

  @Override
  public Set<String> departments() {
    return departments.get();
  }

  @Override
  public Set<String> calendars() {
    return calendars.get();
  }

  @Override
  public boolean processOwner(String signIn) {
    return owners.computeIfAbsent(signIn, known::processOwner);
  }

  @Override
  public boolean process(String id) {
    return known.process(id);
  }

  @Override
  public Optional<String> accountable(String process) {
    return known.accountable(process);
  }

  @Override
  public Optional<byte[]> published(String process, String path) {
    return files.computeIfAbsent(process + "\n" + path, key -> known.published(process, path));
  }
}
