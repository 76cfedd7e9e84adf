/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.plugin.PluginFolders;
import org.modan.testkit.CorruptJar;
import org.modan.testkit.PluginJar;

class DoctorTest {

    private static final long GIB = 1L << 30;

    @TempDir Path folder;

    @Test
    void looksAtEverythingAndTellsItAsItGoes() {
        List<Finding> told = new ArrayList<>();

        Diagnosis diagnosis = doctor(folder.resolve("images"), "cpu").examine(told::add);

        assertThat(told).isEqualTo(diagnosis.findings());
        assertThat(told).extracting(Finding::area).containsSubsequence(Area.values());
        assertThat(texts(diagnosis, Area.ENGINE))
                .anyMatch(text -> text.matches("libtorch \\d+\\.\\d+\\.\\d+ for .*"))
                .contains("a product and its gradient come out right on the CPU");
        assertThat(texts(diagnosis, Area.THREADS)).anyMatch(text -> text.contains("processors"));
    }

    @Test
    void oneThatBreaksHidesNoOther() {
        Check broken =
                new Check() {
                    @Override
                    public Area area() {
                        return Area.SYSTEM;
                    }

                    @Override
                    public List<Finding> findings() {
                        throw new NoClassDefFoundError("gone");
                    }
                };
        Doctor doctor = new Doctor(List.of(broken, new JavaCheck(host(4 * GIB, GIB, Map.of()))));

        Diagnosis diagnosis = doctor.examine(finding -> {});

        assertThat(diagnosis.findings().get(0).text())
                .isEqualTo("cannot be looked at: java.lang.NoClassDefFoundError: gone");
        assertThat(diagnosis.problems()).isEqualTo(1);
        assertThat(texts(diagnosis, Area.JAVA)).hasSize(2);
    }

    @Test
    void aDeviceThatIsNotThereIsAProblem() {
        Diagnosis diagnosis = doctor(folder.resolve("images"), "cuda:1").examine(finding -> {});

        assertThat(problems(diagnosis, Area.DEVICE))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).endsWith("did you mean gpu:1?"));
        assertThat(diagnosis.onlyPluginsAreAtFault()).isFalse();
    }

    @Test
    void aCacheThatCannotBeWrittenIsFoundOutByWriting() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        List<Finding> findings =
                new CacheCheck(file.resolve("images"), folder.resolve("natives")).findings();

        assertThat(findings.get(0).state()).isEqualTo(State.PROBLEM);
        assertThat(findings.get(0).text())
                .startsWith("decoded images: " + file.resolve("images") + " cannot be written: ");
        assertThat(findings.get(0).remedy()).contains("set MODAN_CACHE to another folder");
        assertThat(findings.get(1).state()).isNotEqualTo(State.UNKNOWN);
        assertThat(folder.toFile().list()).as("looking makes nothing").containsExactly("file");
    }

    @Test
    void whatACacheHoldsIsCounted() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Files.write(images.resolve("a.u8"), new byte[3 << 20]);

        assertThat(new CacheCheck(images, folder.resolve("natives")).findings().get(0).text())
                .startsWith("decoded images: " + images + " (3.1 MB; ");
    }

    @Test
    void pluginsAreListedAndTheBrokenOnesNamed() {
        Path plugins = folder.resolve("plugins");
        PluginJar.plugin("acme")
                .source(
                        "acme.AcmePlugin",
                        "package acme; public final class AcmePlugin implements org.modan.spi.Plugin { public String id() { return \"acme\"; } }")
                .provider("acme.AcmePlugin")
                .writeTo(plugins);
        Path bad = CorruptJar.text(plugins, "bad.jar");

        Diagnosis diagnosis =
                new Diagnosis(
                        new PluginsCheck(PluginFolders.of(plugins, folder.resolve("gone")))
                                .findings());

        assertThat(diagnosis.findings().get(0).state()).isEqualTo(State.OK);
        assertThat(diagnosis.findings().get(0).text()).startsWith("acme ").contains(".jar");
        assertThat(problems(diagnosis, Area.PLUGINS))
                .extracting(Finding::text)
                .satisfiesExactly(
                        text -> assertThat(text).startsWith(bad + ": "),
                        text ->
                                assertThat(text)
                                        .isEqualTo(folder.resolve("gone") + ": does not exist"));
        assertThat(diagnosis.onlyPluginsAreAtFault()).isTrue();
    }

    @Test
    void aModanWithoutPluginsIsNoModan() {
        assertThat(new PluginsCheck(PluginFolders.of()).findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.state()).isEqualTo(State.PROBLEM);
                            assertThat(finding.text()).isEqualTo("no folder of plugins is known");
                        });
    }

    @Test
    void aHeapThatLeavesNothingToTheEngineIsWarnedOf() {
        Finding heap = new JavaCheck(host(4 * GIB, 4 * GIB, Map.of())).findings().get(1);

        assertThat(heap.state()).isEqualTo(State.WARNING);
        assertThat(heap.text())
                .isEqualTo(
                        "Java's own memory may grow to 4.0 GiB of 4.0 GiB, which leaves little for the engine's arrays");
        assertThat(heap.remedy())
                .contains("set MODAN_JAVA_OPTS to a smaller -Xmx, such as -Xmx1024m");
        assertThat(new JavaCheck(host(GIB, GIB / 4, Map.of())).findings().get(1).remedy())
                .contains("set MODAN_JAVA_OPTS=-Xmx1g, or give the machine more memory");
    }

    @Test
    void threadsThatSpinAreWarnedOf() {
        EngineProbe engine = new EngineProbe();

        assertThat(threads(engine, Map.of("OMP_WAIT_POLICY", "passive"))).isEqualTo(State.OK);
        assertThat(threads(engine, Map.of())).isEqualTo(State.WARNING);
        assertThat(threads(engine, Map.of("OMP_WAIT_POLICY", "ACTIVE"))).isEqualTo(State.WARNING);
        assertThat(
                        new ThreadsCheck(engine, host(GIB, GIB, Map.of("OMP_NUM_THREADS", "two")))
                                .findings())
                .extracting(Finding::text)
                .contains("OMP_NUM_THREADS=two is no number, and has no effect");
    }

    private static State threads(EngineProbe engine, Map<String, String> variables) {
        List<Finding> findings = new ThreadsCheck(engine, host(GIB, GIB, variables)).findings();
        return findings.get(findings.size() - 1).state();
    }

    private Doctor doctor(Path images, String device) {
        Map<String, String> properties = Map.of("java.version", "17.0.1", "ai.djl.offline", "true");
        return Doctor.of(Map.of(), properties, PluginFolders.of(), images, device);
    }

    private static Host host(long memory, long heap, Map<String, String> variables) {
        return new Host(variables, Map.of("java.version", "17.0.1"), 2, memory, heap);
    }

    private static List<String> texts(Diagnosis diagnosis, Area area) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.area() == area)
                .map(Finding::text)
                .toList();
    }

    private static List<Finding> problems(Diagnosis diagnosis, Area area) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.area() == area && finding.state() == State.PROBLEM)
                .toList();
    }
}
