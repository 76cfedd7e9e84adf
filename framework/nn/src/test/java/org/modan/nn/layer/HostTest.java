/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrayAdapter;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void readsRowByRowHoweverTheArrayLiesAndLeavesNothingBehind() {
        NDArray array = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
        NDArray turned = array.transpose();
        int before = manager.getManagedArrays().size();

        assertThat(Host.floats(array)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Host.floats(turned)).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(manager.getManagedArrays()).hasSize(before);
    }

    @Test
    void whatWasReadIsACopy() {
        NDArray array = manager.create(new float[] {1, 2});
        float[] read = Host.floats(array);

        array.muli(5);

        assertThat(read).containsExactly(1, 2);
    }

    @Test
    void readsSingleNumbers() {
        assertThat(Host.number(manager.create(0.5f))).isEqualTo(0.5f);
        assertThat(Host.number(manager.create(new double[] {-1e300}))).isEqualTo(-1e300);
        assertThat(Host.integer(manager.create(1L << 40))).isEqualTo(1L << 40);
    }

    @Test
    void refusesWhatIsOfAnotherTypeOrSize() {
        NDArray three = manager.create(new long[3]);

        assertThatThrownBy(() -> Host.floats(three))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("read as float32, but it is int64");
        assertThatThrownBy(() -> Host.integer(three))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("read as one value, but it has the shape (3)");
    }

    /** How DJL answers for an array on a GPU: a copy, in a manager made for it. */
    private static final class OnGpu extends NDArrayAdapter {

        private final NDArray values;
        private final List<NDManager> holders = new ArrayList<>();

        private OnGpu(NDArray values) {
            super(
                    values.getManager(),
                    values.getManager(),
                    values.getShape(),
                    values.getDataType(),
                    "on a GPU");
            this.values = values;
        }

        @Override
        public Device getDevice() {
            return Device.gpu();
        }

        @Override
        public NDArray toDevice(Device device, boolean copy) {
            NDManager holder = getManager().newSubManager(device);
            holders.add(holder);
            NDArray moved = values.duplicate();
            moved.attach(holder);
            return moved;
        }

        @Override
        public ByteBuffer toByteBuffer(boolean tryDirect) {
            throw new UnsupportedOperationException("its values are not in the CPU's memory");
        }

        @Override
        public void detach() {
            throw new UnsupportedOperationException("it stays where it is");
        }

        @Override
        public void intern(NDArray replaced) {
            throw new UnsupportedOperationException("it stays what it is");
        }

        @Override
        public void returnResource(NDManager owner) {
            throw new UnsupportedOperationException("it stays where it is");
        }
    }

    @Test
    void closesTheCopyOfAnArrayOnAGpuAndItsManagerButNoOther() {
        OnGpu array = new OnGpu(manager.create(new float[] {1, 2, 3}));
        int before = manager.getManagedArrays().size();

        assertThat(Host.floats(array)).containsExactly(1, 2, 3);

        assertThat(array.holders).hasSize(1).noneMatch(NDManager::isOpen);
        assertThat(manager.getManagedArrays()).hasSize(before);
        assertThat(manager.isOpen()).isTrue();
        assertThat(array.values.toFloatArray()).containsExactly(1, 2, 3);
    }
}
