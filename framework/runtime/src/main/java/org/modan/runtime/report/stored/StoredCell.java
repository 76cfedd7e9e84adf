/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * What the folder of a cell tells.
 *
 * @param folder its name under cells/
 * @param result the content of result.json
 * @param provenance the content of provenance.json
 * @param epochs the content of log.csv; empty if nothing was trained
 */
public record StoredCell(String folder, JsonNode result, JsonNode provenance, List<Epoch> epochs) {

    /** An epoch of a training. */
    public record Epoch(int number, OptionalDouble loss, OptionalDouble imagesPerSecond) {}

    public StoredCell {
        requireNonNull(folder, "folder is null");
        requireNonNull(result, "result is null");
        requireNonNull(provenance, "provenance is null");
        epochs = List.copyOf(epochs);
    }

    public String title() {
        return result.path("title").asString(folder);
    }

    /** Why it failed. */
    public Optional<String> error() {
        return Optional.of(result.path("error").asString("")).filter(text -> !text.isEmpty());
    }

    /** The version of Modan it was made with and, of a snapshot, the digest of its code. */
    public String modan() {
        return result.path("identity").path("modan").asString(text("modan"));
    }

    /** A text of the provenance, such as {@code engine/libtorch}; empty if it has none there. */
    public String text(String path) {
        JsonNode node = provenance;
        for (String step : path.split("/")) {
            node = node.path(step);
        }
        return node.asString("");
    }

    /** What the last start took; what interrupted ones took before it is not known. */
    public OptionalDouble seconds() {
        JsonNode seconds = provenance.path("seconds-since-last-start");
        return seconds.isNumber() ? OptionalDouble.of(seconds.asDouble()) : OptionalDouble.empty();
    }

    public boolean wasInterrupted() {
        return provenance.path("interruptions").asInt(0) > 0;
    }

    public List<String> warnings() {
        return provenance.path("warnings").valueStream().map(text -> text.asString("")).toList();
    }

    /** The classes of the task, the one that is label 1 last; empty if they are not recorded. */
    public List<String> classes() {
        return provenance.path("classes").valueStream().map(text -> text.asString("")).toList();
    }
}
