/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * A way of judging an encoder. The host asks for the kinds it knows: {@link TransferEvaluator},
 * {@link ProbeEvaluator}, {@link ControlEvaluator} and {@link RepresentationEvaluator}.
 *
 * @since 1.0
 */
public interface Evaluator {}
