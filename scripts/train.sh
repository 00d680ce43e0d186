#!/bin/sh
# Runs the training package with a Python that has PyTorch: the first one on the path, or else the system's own.
for python in python3 /usr/bin/python3; do
  if "$python" -c 'import torch' 2>/dev/null; then
    exec "$python" -m training "$@"
  fi
done
echo 'No Python with PyTorch found. Install it, e.g. with: apt-get install python3-torch python3-pil python3-numpy' >&2
exit 1
