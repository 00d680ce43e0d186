import type { LayersModelFile, ModelLayer } from './card-files';

export interface LayerSummary {
  readonly name: string;
  /** Class of the layer in TensorFlow.js, e.g. 'Conv2D'. */
  readonly kind: string;
  /** What makes it special, e.g. '3×3, /2, relu'. */
  readonly detail: string;
  /** E.g. '16×16×32', or 'H/4×W/4×32' where the picture's size is free. */
  readonly output: string;
  readonly parameters: number;
}

export interface NetworkSummary {
  readonly layers: readonly LayerSummary[];
  readonly parameters: number;
}

/** Free sizes are counted with this one and written as fractions of it; every stride of a network divides it. */
const FREE_SIZE = 1024;

interface Shape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly isHeightFree: boolean;
  readonly isWidthFree: boolean;
  /** After global pooling or a dense layer there is no plane anymore. */
  readonly isFlat: boolean;
}

/** The table that Keras prints: layers in order, output shapes, parameters; all from the shipped `model.json`. */
export function summarizeLayers(model: LayersModelFile): NetworkSummary {
  const weights = model.weightsManifest.flatMap((group) => group.weights);
  const shapes = new Map<string, Shape>();
  const layers = model.modelTopology.config.layers.map((layer): LayerSummary => {
    const inputs = layer.inbound_nodes.flat().map(([name]) => shapes.get(name));
    const shape = outputShape(layer, inputs[0]);
    shapes.set(layer.name, shape);
    const parameters = weights
      .filter(({ name }) => name.startsWith(`${layer.name}/`))
      .reduce((sum, weight) => sum + weight.shape.reduce((product, length) => product * length, 1), 0);
    return { name: layer.name, kind: layer.class_name, detail: detailOf(layer), output: written(shape), parameters };
  });
  return { layers, parameters: layers.reduce((sum, layer) => sum + layer.parameters, 0) };
}

function outputShape({ class_name, config }: ModelLayer, input: Shape | undefined): Shape {
  if (class_name === 'InputLayer') return inputShape(config.batch_input_shape as readonly (number | null)[]);
  if (!input) throw new Error('a layer without input');
  switch (class_name) {
    case 'Conv2D':
      return { ...windowed(input, config, 'kernel_size'), channels: config.filters as number };
    case 'MaxPooling2D':
      return windowed(input, config, 'pool_size');
    case 'ZeroPadding2D': {
      const [[top, bottom], [left, right]] = config.padding as [[number, number], [number, number]];
      return { ...input, height: input.height + top + bottom, width: input.width + left + right };
    }
    case 'UpSampling2D': {
      const [rows, columns] = config.size as [number, number];
      return { ...input, height: input.height * rows, width: input.width * columns };
    }
    case 'GlobalAveragePooling2D':
      return { ...input, isFlat: true };
    case 'Dense':
      return { ...input, channels: config.units as number, isFlat: true };
    default:
      return input;
  }
}

function inputShape([, height, width, channels]: readonly (number | null)[]): Shape {
  return {
    height: height ?? FREE_SIZE,
    width: width ?? FREE_SIZE,
    channels: channels ?? 1,
    isHeightFree: height === null,
    isWidthFree: width === null,
    isFlat: false,
  };
}

function windowed(input: Shape, config: ModelLayer['config'], key: 'kernel_size' | 'pool_size'): Shape {
  const [rows, columns] = config[key] as [number, number];
  const [down, across] = config.strides as [number, number];
  const size = (length: number, window: number, stride: number) =>
    config.padding === 'same' ? Math.ceil(length / stride) : Math.floor((length - window) / stride) + 1;
  return { ...input, height: size(input.height, rows, down), width: size(input.width, columns, across) };
}

function detailOf({ config }: ModelLayer): string {
  const window = (config.kernel_size ?? config.pool_size ?? config.size) as readonly number[] | undefined;
  const [stride = 1] = (config.strides ?? []) as readonly number[];
  const activation = config.activation as string | undefined;
  return [
    window?.join('×'),
    stride > 1 && config.kernel_size ? `/${stride}` : undefined,
    activation === 'linear' ? undefined : activation,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

function written({ height, width, channels, isHeightFree, isWidthFree, isFlat }: Shape): string {
  if (isFlat) return `${channels}`;
  const rows = isHeightFree ? fraction('H', height) : height;
  const columns = isWidthFree ? fraction('W', width) : width;
  return [rows, columns, channels].join('×');
}

/** A padded plane is a little larger than a fraction of the picture. */
function fraction(letter: string, size: number): string {
  const divisor = Math.round(FREE_SIZE / size);
  const rest = size - FREE_SIZE / divisor;
  const part = divisor === 1 ? letter : `${letter}/${divisor}`;
  return rest === 0 ? part : `(${part}+${rest})`;
}
