/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.cli.console.Layout;
import org.modan.cli.console.TextTable;
import org.modan.cli.console.TextTable.Side;
import org.modan.runtime.cache.CacheFile;
import org.modan.runtime.cache.CacheFile.State;
import org.modan.runtime.cache.Clearing;
import org.modan.runtime.text.RoomText;

/** Lays out what lies in the cache, and what became of it. */
final class CacheReport {

    /** Of a name that is a digest, as many characters as tell files apart. */
    private static final int SHOWN_NAME = 12;

    private static final String INDENT = "  ";

    private final Path folder;
    private final Instant now;
    private final int width;

    /**
     * @param width columns that text is wrapped at
     */
    CacheReport(Path folder, Instant now, int width) {
        this.folder = requireNonNull(folder, "folder is null");
        this.now = requireNonNull(now, "now is null");
        this.width = width;
    }

    List<String> listing(List<CacheFile> files) {
        if (files.isEmpty()) {
            return Layout.wrap("Nothing is kept in %s.".formatted(folder), width, "");
        }
        List<String> lines = new ArrayList<>();
        lines.add(folder.toString());
        Map<String, List<CacheFile>> byKind = new LinkedHashMap<>();
        files.forEach(
                file -> byKind.computeIfAbsent(file.kind(), kind -> new ArrayList<>()).add(file));
        byKind.forEach(
                (kind, some) -> {
                    lines.add("");
                    table(kind, some).forEach(line -> lines.add(INDENT + line));
                });
        lines.add("");
        files.stream()
                .flatMap(file -> trouble(file).stream())
                .forEach(text -> lines.addAll(Layout.wrap(text, width, "")));
        lines.addAll(
                Layout.wrap(
                        "%s in all. modan cache clear deletes %s; what is needed is made again."
                                .formatted(amount(files), object(files)),
                        width,
                        ""));
        return lines;
    }

    private static Optional<String> trouble(CacheFile file) {
        return switch (file.state()) {
            case DAMAGED -> Optional.of("%s is damaged: %s".formatted(name(file), file.text()));
            case UNREADABLE ->
                    Optional.of("%s cannot be read: %s".formatted(name(file), file.text()));
            case WHOLE, UNFINISHED, BEING_WRITTEN -> Optional.empty();
        };
    }

    /**
     * @param bytes what the engine's native libraries take
     */
    List<String> natives(Path natives, long bytes) {
        if (bytes == 0) {
            return List.of();
        }
        return Layout.wrap(
                "The engine's native libraries take another %s in %s. They are not cleared; to be rid of them, delete that folder while no Modan runs."
                        .formatted(RoomText.of(bytes), natives),
                width,
                "");
    }

    List<String> cleared(Clearing clearing) {
        List<String> sentences = new ArrayList<>();
        if (clearing.deleted().isEmpty()) {
            sentences.add("Nothing was deleted from %s.".formatted(folder));
        } else {
            sentences.add("Deleted %s, from %s.".formatted(amount(clearing.deleted()), folder));
        }
        List<CacheFile> written =
                clearing.left().stream()
                        .filter(file -> file.state() == State.BEING_WRITTEN)
                        .toList();
        List<CacheFile> used =
                clearing.left().stream().filter(file -> !written.contains(file)).toList();
        if (!used.isEmpty()) {
            sentences.add("Left what was used since: %s.".formatted(amount(used)));
        }
        if (!written.isEmpty()) {
            sentences.add(
                    "Left what is being written, or was until some minutes ago: %s."
                            .formatted(amount(written)));
        }
        return sentences.stream()
                .flatMap(sentence -> Layout.wrap(sentence, width, "").stream())
                .toList();
    }

    List<String> failures(Clearing clearing) {
        return clearing.failed().stream()
                .map(
                        failure ->
                                "modan cache: %s cannot be deleted: %s"
                                        .formatted(failure.path(), failure.reason()))
                .toList();
    }

    /** Whole days since a file was last used. */
    long daysUnused(CacheFile file) {
        return Math.max(0, Duration.between(file.lastUsed(), now).toDays());
    }

    private List<String> table(String kind, List<CacheFile> files) {
        TextTable table = new TextTable(Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT);
        table.row(kind, "holds", "size", "unused for");
        for (CacheFile file : files) {
            long days = daysUnused(file);
            table.row(
                    name(file),
                    file.state() == State.WHOLE ? file.text() : file.state().toString(),
                    RoomText.of(file.bytes()),
                    days == 1 ? "1 day" : days + " days");
        }
        return table.lines();
    }

    private static String name(CacheFile file) {
        String name = file.path().getFileName().toString();
        return name.substring(0, Math.min(SHOWN_NAME, name.length()));
    }

    private static String object(List<CacheFile> files) {
        if (files.stream().anyMatch(file -> file.state() == State.BEING_WRITTEN)) {
            return "all that is not being written";
        }
        return files.size() == 1 ? "it" : "them";
    }

    private static String amount(List<CacheFile> files) {
        return "%d %s, %s"
                .formatted(
                        files.size(),
                        files.size() == 1 ? "file" : "files",
                        RoomText.of(files.stream().mapToLong(CacheFile::bytes).sum()));
    }
}
