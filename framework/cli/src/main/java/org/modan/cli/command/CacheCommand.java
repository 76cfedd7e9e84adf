/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.runtime.cache.CacheContents;
import org.modan.runtime.cache.CacheFile;
import org.modan.runtime.cache.Clearing;
import org.modan.runtime.cache.FolderSize;
import org.modan.runtime.data.ImageCache;
import org.modan.runtime.engine.TrainingEngine;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Shows what lies in the cache, and deletes it. */
final class CacheCommand implements Command {

    private static final String CLEAR = "clear";
    private static final String UNUSED_FOR = "unused-for";
    private static final String VERIFY = "verify";

    private final Environment environment;

    CacheCommand(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public String summary() {
        return "shows what is kept to be made only once, such as decoded images, and deletes it";
    }

    @Override
    public List<String> usage() {
        return List.of("modan cache [--verify]", "modan cache clear [--unused-for DAYS]");
    }

    @Override
    public List<String> details() {
        return List.of(
                "The folder is MODAN_CACHE or the platform's folder for caches. What is deleted is made again when it is needed, and a run that is going on keeps what it has opened. Only files of Modan's own names are touched, never what is being written, and not the engine's native libraries.",
                "The exit code is 0, or 2 if the folder cannot be read or a file cannot be deleted.");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(
                        Option.builder()
                                .longOpt(VERIFY)
                                .desc(
                                        "reads every file to its end; without it, damage shows only in a file's beginning and length")
                                .get())
                .addOption(
                        CommonOptions.valued(
                                UNUSED_FOR,
                                "DAYS",
                                "deletes only what no run has opened for so many days, and what killed runs have left"));
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        Optional<String> word = arguments.optionalWord(CLEAR);
        if (word.isPresent() && !word.get().equals(CLEAR)) {
            throw arguments.problem("takes %s or nothing, not %s".formatted(CLEAR, word.get()));
        }
        Optional<Long> days = days(arguments);
        if (word.isEmpty() && days.isPresent()) {
            throw arguments.problem("--%s is for modan cache %s".formatted(UNUSED_FOR, CLEAR));
        }
        if (word.isPresent() && arguments.has(VERIFY)) {
            throw arguments.problem("--%s is for modan cache without %s".formatted(VERIFY, CLEAR));
        }
        Path folder = new Installation(environment).settings(arguments).imageCache();
        CacheContents contents = new CacheContents(folder, ImageCache.KINDS);
        CacheReport report = new CacheReport(folder, Instant.now(), console.width());
        try {
            if (word.isPresent()) {
                return clear(contents, report, days, console);
            }
            console.print(
                    report.listing(
                            arguments.has(VERIFY) ? contents.verified() : contents.glance()));
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT,
                    "%s cannot be read: %s; mend its permissions, or set MODAN_CACHE to another folder"
                            .formatted(folder, Reasons.of(e)),
                    e);
        }
        tellOfNatives(report, console);
        return ExitCode.DONE;
    }

    private Optional<Long> days(Arguments arguments) {
        Optional<Long> days = arguments.wholeNumber(UNUSED_FOR);
        if (days.isPresent() && days.get() < 0) {
            throw arguments.problem(
                    "--%s %d: expected a number of days".formatted(UNUSED_FOR, days.get()));
        }
        return days;
    }

    private static ExitCode clear(
            CacheContents contents, CacheReport report, Optional<Long> days, Console console)
            throws IOException {
        Predicate<CacheFile> unwanted =
                file -> days.isEmpty() || report.daysUnused(file) >= days.get();
        Clearing clearing = Clearing.of(contents.glance(), unwanted);
        console.print(report.cleared(clearing));
        report.failures(clearing).forEach(console::tell);
        return clearing.failed().isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
    }

    /** It is not what was asked for: that it cannot be looked at is no failure. */
    private static void tellOfNatives(CacheReport report, Console console) {
        Path natives = TrainingEngine.natives();
        try {
            console.print(report.natives(natives, FolderSize.of(natives)));
        } catch (IOException e) {
            console.tell("%s cannot be looked at: %s".formatted(natives, Reasons.of(e)));
        }
    }
}
