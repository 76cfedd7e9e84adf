/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.train.Network;
import org.modan.nn.train.TrainingPosition;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.Machine;
import org.modan.runtime.run.record.CellNotes;

/** Puts a training back where an earlier run saved it, and says so. */
final class Resumption {

    private final PretrainCell cell;
    private final Machine machine;
    private final ResumeHistory history;
    private final CellNotes notes;
    private final RunListener listener;

    /**
     * @param machine this one
     * @param notes gets all entries of the history
     */
    Resumption(
            PretrainCell cell,
            Machine machine,
            ResumeHistory history,
            CellNotes notes,
            RunListener listener) {
        this.cell = requireNonNull(cell, "cell is null");
        this.machine = requireNonNull(machine, "machine is null");
        this.history = requireNonNull(history, "history is null");
        this.notes = requireNonNull(notes, "notes is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    /**
     * Where a training goes on.
     *
     * @param optimizerState of that moment; none at the start
     */
    record Restored(TrainingPosition position, Weights optimizerState) {}

    /**
     * @param network gets the weights of the checkpoint; keeps its own if there is none
     * @param manager owns the network's arrays
     */
    Restored restore(CheckpointFolder.Found found, Network network, NDManager manager) {
        Optional<Checkpoint> checkpoint = found.checkpoint();
        List<String> remarks = new ArrayList<>(found.remarks());
        checkpoint.flatMap(saved -> machine.changeFrom(saved.machine())).ifPresent(remarks::add);
        TrainingPosition position =
                checkpoint.map(Checkpoint::position).orElse(TrainingPosition.START);
        if (checkpoint.isPresent() || !remarks.isEmpty()) {
            notes.put("resumed", history.add(words(position), remarks));
        }
        remarks.forEach(remark -> listener.told(cell, remark));
        if (checkpoint.isEmpty()) {
            return new Restored(position, Weights.ofTensors(Map.of()));
        }
        listener.cellResumed(cell, words(position));
        checkpoint.get().network().loadInto(network, manager);
        return new Restored(position, checkpoint.get().optimizer());
    }

    private static String words(TrainingPosition position) {
        return words(position.epochsDone(), position.stepsDone());
    }

    /**
     * A position in the words of people, who count from 1.
     *
     * @param epochsDone whole epochs
     * @param stepsDone of the next
     */
    static String words(int epochsDone, int stepsDone) {
        if (stepsDone > 0) {
            return "in epoch %d, after step %d".formatted(epochsDone + 1, stepsDone);
        }
        return epochsDone == 0 ? "from the start" : "after epoch %d".formatted(epochsDone);
    }
}
