/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.tensorboard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One event file, such as {@code events.out.tfevents.1795305600.modan}: one session of a run. It is
 * open only while an event is appended, in one piece, so that who reads meanwhile finds at most the
 * last one unfinished, and a training that ends in whatever way leaves nothing open.
 */
final class EventFile {

    private static final Pattern NAME = Pattern.compile("events\\.out\\.tfevents\\.(\\d{10})\\..*");

    private final Path file;
    private final Clock clock;

    private EventFile(Path file, Clock clock) {
        this.file = file;
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Begins a session.
     *
     * @param folder of the run; made if need be
     * @param firstStep the first step to come: what earlier sessions say of it and of later ones is
     *     void
     */
    static EventFile begin(Path folder, long firstStep, Clock clock) throws IOException {
        Files.createDirectories(folder);
        String name = "events.out.tfevents.%010d.modan".formatted(second(folder, clock));
        EventFile events = new EventFile(Files.createFile(folder.resolve(name)), clock);
        events.append(EventMessages.fileVersion(events.seconds()));
        events.append(EventMessages.sessionStart(events.seconds(), firstStep));
        return events;
    }

    void scalars(long step, Map<String, Double> values) throws IOException {
        append(EventMessages.scalars(seconds(), step, values));
    }

    private void append(byte[] event) throws IOException {
        Files.write(file, RecordFrame.around(event), StandardOpenOption.APPEND);
    }

    /**
     * TensorBoard reads the files of a run in the order of their names, so a new one must come last
     * even if the clock was set back or the last one is of this very second.
     */
    private static long second(Path folder, Clock clock) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        long second = clock.instant().getEpochSecond();
        for (Path file : files) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                second = Math.max(second, Long.parseLong(name.group(1)) + 1);
            }
        }
        return second;
    }

    private double seconds() {
        Instant now = clock.instant();
        return now.getEpochSecond() + now.getNano() / 1e9;
    }
}
