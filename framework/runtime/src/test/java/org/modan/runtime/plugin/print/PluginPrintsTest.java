/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.plugin.PluginName;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.loading.PluginClassLoader;
import org.modan.testkit.PluginJar;

class PluginPrintsTest {

    @TempDir Path folder;

    private final ByteArrayOutputStream original = new ByteArrayOutputStream();
    private final List<String> printed = Collections.synchronizedList(new ArrayList<>());
    private final PrintStream sorted =
            new PrintStream(
                    new PrintSorter(
                            original,
                            StandardCharsets.UTF_8,
                            (plugin, line) -> printed.add(plugin.id() + ": " + line)),
                    true,
                    StandardCharsets.UTF_8);

    @Test
    void whatAPluginPrintsIsKeptFromTheOriginalLineByLine() throws Exception {
        print(
                "out.print(\"1 \"); out.print('µ'); out.println(); out.printf(\"%d%n3%nno end\", 2);");

        assertThat(printed).containsExactly("acme: 1 µ", "acme: 2", "acme: 3");
        assertThat(original.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void alsoFromAThreadOfItsOwn() throws Exception {
        print(
                "Thread thread = new Thread(() -> out.println(\"later\")); thread.start();"
                        + " try { thread.join(); } catch (InterruptedException e) { return; }");

        assertThat(printed).containsExactly("acme: later");
    }

    @Test
    void alsoWhatJavaPrintsForIt() throws Exception {
        print("new IllegalStateException(\"no license\").printStackTrace(out);");

        assertThat(printed)
                .hasSizeGreaterThan(1)
                .first()
                .isEqualTo("acme: java.lang.IllegalStateException: no license");
        assertThat(original.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatTheHostPrintsGoesToTheOriginal() {
        sorted.print("results ");
        sorted.println("µ");

        assertThat(original.toString(StandardCharsets.UTF_8))
                .isEqualTo("results µ" + System.lineSeparator());
        assertThat(printed).isEmpty();
    }

    @Test
    void whatTheHostPrintsForAPluginIsTheHosts() throws Exception {
        Consumer<PrintStream> log = stream -> stream.println("from the log");

        printer("((java.util.function.Consumer<java.io.PrintStream>) host).accept(out);")
                .accept(new Object[] {sorted, log});

        assertThat(original.toString(StandardCharsets.UTF_8)).startsWith("from the log");
        assertThat(printed).isEmpty();
    }

    @Test
    void eachPluginThatPrintsIsAProblemOnce() throws Exception {
        List<PluginProblem> problems = new ArrayList<>();
        try (PluginPrints prints = new PluginPrints(problems::add)) {
            PrintStream out = prints.inPlaceOf("System.out", original, StandardCharsets.UTF_8);
            printer("out.println(\"a\"); out.println(\"b\");").accept(new Object[] {out, ""});
        }

        assertThat(problems)
                .extracting(PluginProblem::message)
                .containsExactly(
                        folder.resolve("printer.jar")
                                + ": prints to System.out; what it prints is in the log, not in the"
                                + " results; report this to the plugin's author: a plugin logs"
                                + " through SLF4J, or tells its user with PluginContext.warn");
        assertThat(original.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aLineThatIsNeverEndedIsOneToo() throws Exception {
        List<PluginProblem> problems = new ArrayList<>();
        try (PluginPrints prints = new PluginPrints(problems::add)) {
            PrintStream out = prints.inPlaceOf("System.out", original, StandardCharsets.UTF_8);
            printer("out.print(\"50 %\");").accept(new Object[] {out, ""});
        }

        assertThat(problems).hasSize(1);
    }

    @Test
    void aPluginThatGoesOnPrintingIsNotStoppedByTheEnd() throws Exception {
        List<PluginProblem> problems = new ArrayList<>();
        PluginPrints prints = new PluginPrints(problems::add);
        PrintStream out = prints.inPlaceOf("System.out", original, StandardCharsets.UTF_8);
        prints.close();

        printer("out.println(\"late\");").accept(new Object[] {out, ""});

        assertThat(problems).isEmpty();
        assertThat(original.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private void print(String body) throws Exception {
        printer(body).accept(new Object[] {sorted, ""});
    }

    /** Code of a plugin that is given a stream and something of the host. */
    @SuppressWarnings("unchecked")
    private Consumer<Object[]> printer(String body) throws Exception {
        Path jar =
                PluginJar.library("printer")
                        .source(
                                "acme.Printer",
                                """
                                package acme;
                                public class Printer implements java.util.function.Consumer<Object[]> {
                                    @SuppressWarnings("unchecked")
                                    @Override public void accept(Object[] given) {
                                        java.io.PrintStream out = (java.io.PrintStream) given[0];
                                        Object host = given[1];
                                        %s
                                    }
                                }
                                """
                                        .formatted(body))
                        .writeTo(folder);
        PluginClassLoader loader =
                new PluginClassLoader(
                        new PluginName("acme", "1.0.0", jar),
                        List.of(jar),
                        PluginPrintsTest.class.getClassLoader());
        return (Consumer<Object[]>)
                loader.loadClass("acme.Printer").getDeclaredConstructor().newInstance();
    }
}
