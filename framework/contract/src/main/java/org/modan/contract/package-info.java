/**
 * What every extension must keep, as checks that anyone can run: {@code modan plugins verify} on a
 * jar, and the test kit's suites in a plugin author's build. {@link
 * org.modan.contract.strategy.StrategyContract}, {@link org.modan.contract.dataset.DatasetContract}
 * and {@link org.modan.contract.evaluator.EvaluatorContract} list them.
 *
 * <p>Beside them stands what they hand to an extension, for tests of an author's own: a {@link
 * org.modan.contract.phantom.RecordingPluginContext}, the images and folds of a {@link
 * org.modan.contract.phantom.PhantomTask}, the {@link org.modan.contract.phantom.PhantomCorpus}
 * that strategies are asked about, a {@link org.modan.contract.phantom.TinyEncoder}, and an {@link
 * org.modan.contract.phantom.InMemoryImageSet} for images of one's own.
 */
package org.modan.contract;
