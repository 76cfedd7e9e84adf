/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.CorpusInfo;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Evaluator;
import org.modan.spi.Initialization;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

class OwnContextTest {

    /** Its every answer tells whether the thread's context was the plugin's own class loader. */
    private static final String TELLING =
            """
            public class TestPlugin implements Plugin {
                static final boolean CREATED = own();
                static boolean own() {
                    ClassLoader context = Thread.currentThread().getContextClassLoader();
                    return context == TestPlugin.class.getClassLoader();
                }
                public String id() { return "acme"; }
                @Override public List<PretrainStrategyFactory> pretrainStrategies() {
                    boolean listed = own();
                    return List.of(new PretrainStrategyFactory() {
                        public String name() { return own() ? "told" : "called-from-outside"; }
                        public String summary() { return CREATED + " " + listed + " " + own(); }
                        public PretrainStrategy create(Options options, PluginContext context) {
                            return corpus -> Initialization.train(new Told());
                        }
                    });
                }
                @Override public List<DatasetAdapterFactory> datasetAdapters() {
                    return List.of(new DatasetAdapterFactory() {
                        public String name() { return "told"; }
                        public String summary() { return ""; }
                        public DatasetAdapter open(Options options, PluginContext context) {
                            return new ToldDataset();
                        }
                    });
                }
                @Override public List<EvaluatorFactory> evaluators() {
                    return List.of(new EvaluatorFactory() {
                        public String name() { return "told"; }
                        public String summary() { return ""; }
                        public Evaluator create(Options options, PluginContext context) {
                            return new ToldControl();
                        }
                    });
                }
                static class Told implements Objective {
                    public int viewsPerImage() { return own() ? 2 : 1; }
                    public Layer head(int features) {
                        throw Told.<RuntimeException>undeclared(new java.io.IOException("gone"));
                    }
                    static <T extends Throwable> T undeclared(Throwable checked) throws T {
                        throw (T) checked;
                    }
                    public ai.djl.ndarray.NDArray loss(ai.djl.ndarray.NDArray o, Targets t) {
                        throw new IllegalStateException("no loss");
                    }
                    public TrainingRecipe defaults() { return null; }
                }
                static class ToldDataset implements DatasetAdapter {
                    public DatasetInfo info() { return DatasetInfo.of("", List.of(), List.of()); }
                    public List<Sample> samples() { return List.of(); }
                    public Image read(Sample sample) throws java.io.IOException {
                        throw new java.io.IOException(String.valueOf(own()));
                    }
                    public String contentDigest(Sample sample) { return String.valueOf(own()); }
                }
                abstract static class Base implements ControlEvaluator {}
                static class ToldControl extends Base {
                    public FoldScores score(List<Sample> train, List<Sample> test, Seed seed) {
                        return FoldScores.of(new double[] {own() ? 1 : 0}, new double[0]);
                    }
                }
            }
            """;

    private static final Options NONE = options();

    @TempDir private Path folder;
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private PluginLoading loading;
    private ExtensionCatalog catalog;

    @BeforeEach
    void load() {
        TestPlugins.withClass("acme", TELLING).writeTo(folder);
        loading = TestPlugins.load(folder);
        catalog = ExtensionCatalog.of(loading);
        assertThat(catalog.problems()).isEmpty();
    }

    @AfterEach
    void theThreadHasItsFormerContextAgain() {
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        loading.close();
    }

    @Test
    void aPluginIsCreatedListedAndAskedInItsOwnContext() {
        assertThat(catalog.require(ExtensionKind.STRATEGY, "told").factory().summary())
                .isEqualTo("true true true");
    }

    @Test
    void anObjectiveIsToo() {
        Initialization start =
                catalog.require(ExtensionKind.STRATEGY, "told")
                        .factory()
                        .create(NONE, new RecordingPluginContext())
                        .initialize(CorpusInfo.of(0, List.of(), List.of()));

        assertThat(start)
                .isInstanceOfSatisfying(
                        Initialization.Train.class,
                        train -> {
                            assertThat(train.objective().viewsPerImage()).isEqualTo(2);
                            assertThat(train.objective().usesClasses()).isTrue();
                            assertThatThrownBy(
                                            () ->
                                                    PluginCall.within(
                                                            () -> train.objective().head(8)))
                                    .hasMessageContaining(
                                            ": IOException: gone; report this to the plugin's author");
                            assertThatThrownBy(() -> train.objective().loss(null, null))
                                    .isExactlyInstanceOf(IllegalStateException.class)
                                    .hasMessage("no loss");
                        });
    }

    @Test
    void aDatasetIsReadSoOnAnyThread() {
        DatasetAdapter dataset =
                catalog.require(ExtensionKind.DATASET, "told")
                        .factory()
                        .open(NONE, new RecordingPluginContext());
        Sample sample = Sample.withId("1").build();

        assertThat(CompletableFuture.supplyAsync(() -> digest(dataset, sample)).join())
                .isEqualTo("true");
        assertThatThrownBy(() -> dataset.read(sample))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("true");
    }

    @Test
    void anEvaluatorStaysOfItsKind() {
        Evaluator evaluator =
                catalog.require(ExtensionKind.EVALUATOR, "told")
                        .factory()
                        .create(NONE, new RecordingPluginContext());

        assertThat(evaluator).isNotInstanceOf(RepresentationEvaluator.class);
        assertThat(evaluator)
                .isInstanceOfSatisfying(
                        ControlEvaluator.class,
                        control ->
                                assertThat(control.score(List.of(), List.of(), new Seed(1)).train())
                                        .containsExactly(1));
    }

    private static String digest(DatasetAdapter dataset, Sample sample) {
        try {
            return dataset.contentDigest(sample);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Options options() {
        return OptionSpec.none()
                .resolve(
                        Map.of(),
                        Path.of("."),
                        problem -> {
                            throw new IllegalArgumentException(problem.message());
                        });
    }
}
