/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.print;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.modan.runtime.plugin.PluginName;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.failure.PluginFailure;
import org.slf4j.LoggerFactory;

/**
 * Keeps what plugins print out of the results of a command: it goes to the log, under the plugin's
 * name. Each plugin that prints is a problem, told once.
 */
public final class PluginPrints implements AutoCloseable {

    private static final int SECONDS_TO_END = 5;

    private final Consumer<PluginProblem> problems;
    private final Set<PluginName> told = new HashSet<>();

    /**
     * Who prints holds the lock of a stream that the log may be waiting for while it holds its own:
     * so another thread writes the log. What a plugin's thread prints after the end is nobody's: an
     * exception there would be ours and not its own.
     */
    private final ExecutorService writer =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    PluginPrints::daemon,
                    new ThreadPoolExecutor.DiscardPolicy());

    private final List<PrintSorter> sorters = new CopyOnWriteArrayList<>();

    /**
     * @param problems hears of each plugin that prints
     */
    public PluginPrints(Consumer<PluginProblem> problems) {
        this.problems = requireNonNull(problems, "problems is null");
    }

    /**
     * What to put in the place of one of the process's streams; whatever comes from elsewhere than
     * a plugin goes on to that one.
     *
     * @param name of the stream, such as {@code System.out}
     * @param charset that the original expects
     */
    public PrintStream inPlaceOf(String name, OutputStream original, Charset charset) {
        PrintSorter sorting =
                new PrintSorter(
                        original,
                        charset,
                        (plugin, line) -> writer.execute(() -> log(name, plugin, line)));
        sorters.add(sorting);
        return new PrintStream(sorting, true, charset);
    }

    /** Writes what is still to be logged. What plugins print from then on is lost. */
    @Override
    public void close() {
        sorters.forEach(PrintSorter::endLines);
        writer.shutdown();
        try {
            writer.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void log(String stream, PluginName plugin, String line) {
        if (told.add(plugin)) {
            problems.accept(
                    new PluginProblem(
                            plugin.jar(),
                            "prints to %s; what it prints is in the log, not in the results"
                                    .formatted(stream),
                            PluginFailure.REPORT
                                    + ": a plugin logs through SLF4J, or tells its user with"
                                    + " PluginContext.warn"));
        }
        LoggerFactory.getLogger(PluginPrints.class).info("plugin {}: {}", plugin.id(), line);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "plugin-prints");
        thread.setDaemon(true);
        return thread;
    }
}
