import { isTrue, type Comparison, type Condition, type Operator, type Value } from './condition';

const TOKEN = /\s*(?:('[^'\\]*'|"[^"\\]*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(<=|>=|==|!=|&&|\|\||[-<>!()]))/y;
const WORDS: Record<string, string> = { and: '&&', or: '||', not: '!', eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' };
const OPERATORS: string[] = ['==', '!=', '<', '<=', '>', '>='];
const TURNED: Record<Operator, Operator> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const NEGATED: Record<Operator, Operator> = { '==': '!=', '!=': '==', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

type Token = { text: string; kind: 'text' | 'number' | 'name' | 'sign' };
type Term = { kind: 'name'; name: string } | { kind: 'value'; value: Value };

/** Reads the text of a condition, `${inStock == 'yes'}`; undefined if it says more than the builder can show. */
export function readCondition(text: string): Condition | undefined {
  const inner = /^\s*[$#]\{([\s\S]*)\}\s*$/.exec(text)?.[1];
  const tokens = inner === undefined ? undefined : tokensOf(inner);
  if (!tokens || tokens.length === 0) {
    return undefined;
  }
  const reader = new Reader(tokens);
  const condition = reader.either();
  return condition && reader.isDone() ? condition : undefined;
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < trimmed.length;) {
    const found = TOKEN.exec(trimmed);
    if (!found) {
      return undefined;
    }
    const [, quoted, number, name, sign] = found;
    tokens.push(quoted !== undefined ? { text: quoted, kind: 'text' } : number !== undefined ? { text: number, kind: 'number' }
      : name !== undefined ? (WORDS[name] ? { text: WORDS[name], kind: 'sign' } : { text: name, kind: 'name' }) : { text: sign!, kind: 'sign' });
  }
  return tokens;
}

class Reader {
  private at = 0;

  constructor(private tokens: Token[]) {}

  isDone(): boolean {
    return this.at === this.tokens.length;
  }

  /** Groups with "or" between them. */
  either(): Condition | undefined {
    return this.joined('||', () => this.both(), (a, b) => [...a, ...b]);
  }

  private both(): Condition | undefined {
    return this.joined('&&', () => this.single(), distribute);
  }

  private joined(sign: string, part: () => Condition | undefined, join: (a: Condition, b: Condition) => Condition | undefined): Condition | undefined {
    let all = part();
    while (all && this.takes(sign)) {
      const next = part();
      all = next && join(all, next);
    }
    return all;
  }

  private single(): Condition | undefined {
    if (this.takes('!')) {
      const negated = this.single();
      return negated?.length === 1 && negated[0]!.length === 1 ? [[negate(negated[0]![0]!)]] : undefined;
    }
    if (this.takes('(')) {
      const inner = this.either();
      return inner && this.takes(')') ? inner : undefined;
    }
    return this.comparison();
  }

  private comparison(): Condition | undefined {
    const left = this.term();
    const operator = this.tokens[this.at];
    if (!left) {
      return undefined;
    }
    if (operator?.kind !== 'sign' || !OPERATORS.includes(operator.text)) {
      return left.kind === 'name' ? [[isTrue(left.name)]] : undefined;
    }
    this.at++;
    const right = this.term();
    return right && compare(left, operator.text as Operator, right);
  }

  private term(): Term | undefined {
    const minus = this.takes('-');
    const token = this.tokens[this.at];
    if (!token || token.kind === 'sign' || (minus && token.kind !== 'number')) {
      return undefined;
    }
    this.at++;
    return termOf(token, minus);
  }

  private takes(sign: string): boolean {
    const token = this.tokens[this.at];
    const taken = token?.kind === 'sign' && token.text === sign;
    this.at += taken ? 1 : 0;
    return taken;
  }
}

function termOf({ text, kind }: Token, minus: boolean): Term | undefined {
  if (kind === 'text') {
    return { kind: 'value', value: text.slice(1, -1) };
  }
  if (kind === 'number') {
    return { kind: 'value', value: (minus ? -1 : 1) * Number(text) };
  }
  const constant = { true: true, false: false, null: null }[text];
  return constant !== undefined ? { kind: 'value', value: constant } : text === 'empty' ? undefined : { kind: 'name', name: text };
}

/** Two names, or two values, cannot be shown. */
function compare(left: Term, operator: Operator, right: Term): Condition | undefined {
  if (left.kind === 'name' && right.kind === 'value') {
    return [[{ name: left.name, operator, value: right.value }]];
  }
  return left.kind === 'value' && right.kind === 'name' ? [[{ name: right.name, operator: TURNED[operator], value: left.value }]] : undefined;
}

function negate(comparison: Comparison): Comparison {
  return { ...comparison, operator: NEGATED[comparison.operator] };
}

/** "(a or b) and c" is "a and c, or b and c"; undefined when that becomes too long to read. */
function distribute(a: Condition, b: Condition): Condition | undefined {
  const all = a.flatMap(left => b.map(right => [...left, ...right]));
  return all.length <= 8 ? all : undefined;
}
