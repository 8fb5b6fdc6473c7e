package io.stile.studio.web;

import io.stile.catalogue.BundleArchive;
import io.stile.catalogue.Publication;
import io.stile.catalogue.PublicationRefused;
import io.stile.catalogue.Publications;
import io.stile.engine.Model;
import io.stile.engine.Models;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A version of a model as a file that can be imported elsewhere. */
@Controller
class BundleDownload {

  static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final Publications publications;
  private final BundleArchive archives;
  private final Models models;

  BundleDownload(Publications publications, BundleArchive archives, Models models) {
    this.publications = publications;
    this.archives = archives;
    this.models = models;
  }

  @GetMapping("/studio/{model}/versions/{number}/bundle")
  @PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
  ResponseEntity<byte[]> download(@PathVariable String model, @PathVariable int number) {
    Publication publication = publications.version(model, number)
        .orElseThrow(() -> PublicationRefused.unknown("version %d of '%.64s'".formatted(number, model)));
    String name = models.newest(model).map(Model::name).orElse(model);
    return ResponseEntity.ok().contentType(ZIP)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("%s-%d.zip".formatted(model, number)).build().toString())
        .body(archives.written(publication, name, publications.bundle(publication)));
  }
}
