/**
 * What every extension must keep, as checks that anyone can run: {@code modan plugins verify} on a
 * jar, and the test kit's suites in a plugin author's build. {@link
 * org.modan.contract.StrategyContract}, {@link org.modan.contract.DatasetContract} and {@link
 * org.modan.contract.EvaluatorContract} list them.
 *
 * <p>Beside them stands what they hand to an extension, for tests of an author's own: a {@link
 * org.modan.contract.RecordingPluginContext}, the images and folds of a {@link
 * org.modan.contract.PhantomTask}, the {@link org.modan.contract.PhantomCorpus} that strategies are
 * asked about, a {@link org.modan.contract.TinyEncoder}, and an {@link
 * org.modan.contract.InMemoryImageSet} for images of one's own.
 */
package org.modan.contract;
