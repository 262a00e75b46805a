/** Columns as Parquet's schema: a flat list of elements, parents before children (parquet-format, `parquet.thrift`). */
import type { SchemaElement } from 'hyparquet';
import type { Column, Shape } from '../tables/columns.ts';

/** The schema of a file with these columns. Anything may be missing, as in the records. */
export function parquetSchema(columns: readonly Column[]): SchemaElement[] {
  return [
    { name: 'record', num_children: columns.length },
    ...columns.flatMap(({ name, shape }) => elementsOf(name, shape)),
  ];
}

function elementsOf(name: string, shape: Shape): SchemaElement[] {
  const element = { name, repetition_type: 'OPTIONAL' } as const;
  switch (shape.type) {
    case 'list':
      return [
        { ...element, num_children: 1, converted_type: 'LIST' },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elementsOf('element', shape.item),
      ];
    case 'struct':
      return [
        { ...element, num_children: shape.columns.length },
        ...shape.columns.flatMap((column) => elementsOf(column.name, column.shape)),
      ];
    case 'text':
      return [{ ...element, type: 'BYTE_ARRAY', converted_type: 'UTF8' }];
    case 'day':
      return [{ ...element, type: 'INT32', converted_type: 'DATE' }];
    case 'integer':
      return [{ ...element, type: 'INT64' }];
    case 'number':
      return [{ ...element, type: 'DOUBLE' }];
    case 'boolean':
      return [{ ...element, type: 'BOOLEAN' }];
  }
}
