/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.listener;

import java.nio.file.Path;
import java.util.List;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.plan.Cell;
import org.modan.spi.EpochReport;

/** Lets several hear the same run, one after the other. */
public final class RunListeners implements RunListener {

    private final List<RunListener> listeners;

    private RunListeners(List<RunListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    public static RunListener of(List<RunListener> listeners) {
        return new RunListeners(listeners);
    }

    @Override
    public void planned(int cells, int done, Path output) {
        listeners.forEach(listener -> listener.planned(cells, done, output));
    }

    @Override
    public void warning(String message) {
        listeners.forEach(listener -> listener.warning(message));
    }

    @Override
    public void decoding(String dataset, int done, int images) {
        listeners.forEach(listener -> listener.decoding(dataset, done, images));
    }

    @Override
    public void features(String dataset, int done, int images) {
        listeners.forEach(listener -> listener.features(dataset, done, images));
    }

    @Override
    public void cellStarted(Cell cell, int index, int cells) {
        listeners.forEach(listener -> listener.cellStarted(cell, index, cells));
    }

    @Override
    public void cellResumed(Cell cell, String where) {
        listeners.forEach(listener -> listener.cellResumed(cell, where));
    }

    @Override
    public void told(Cell cell, String text) {
        listeners.forEach(listener -> listener.told(cell, text));
    }

    @Override
    public void foldStarted(int fold, int folds) {
        listeners.forEach(listener -> listener.foldStarted(fold, folds));
    }

    @Override
    public void step(int epoch, int step, int steps, double loss, int images) {
        listeners.forEach(listener -> listener.step(epoch, step, steps, loss, images));
    }

    @Override
    public void epoch(EpochReport report) {
        listeners.forEach(listener -> listener.epoch(report));
    }

    @Override
    public void foldScored(CellResult.FoldResult fold) {
        listeners.forEach(listener -> listener.foldScored(fold));
    }

    @Override
    public void cellFinished(Cell cell, CellResult result) {
        listeners.forEach(listener -> listener.cellFinished(cell, result));
    }
}
